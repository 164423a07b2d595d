package dev.flotilla.app.desktop.folders;

/// One line of the folder tree.
///
/// @param depth how many folders it is in
/// @param flags how many flags are in it and in the folders below
/// @param hasFolders whether it can be opened
record FolderRow(
    String key,
    String name,
    String path,
    int depth,
    int flags,
    boolean hasFolders,
    boolean open,
    boolean conflicted) {}
