/// Fields that commit on their own and notice when somebody else changes what they show.
@NullMarked
package dev.flotilla.app.desktop.form;

import org.jspecify.annotations.NullMarked;
