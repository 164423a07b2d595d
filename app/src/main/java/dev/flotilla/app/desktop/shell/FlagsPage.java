package dev.flotilla.app.desktop.shell;

import dev.flotilla.app.desktop.command.Command;
import dev.flotilla.app.desktop.flags.FlagTableView;
import dev.flotilla.app.desktop.page.Page;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;

/// The table of flags below its header.
final class FlagsPage implements Page {
  private final BorderPane node;
  private final FlagsHeader header;
  private final FlagTableView table;

  FlagsPage(FlagsHeader header, FlagTableView table) {
    this.header = header;
    this.table = table;
    node = new BorderPane(table);
    node.setTop(header);
    node.setId("flags-section");
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void focus() {
    table.focusTable();
  }

  @Override
  public List<Command> commands() {
    return table.commands();
  }

  void deletePicked() {
    table.deletePicked();
  }

  void focusSearch() {
    header.focusSearch();
  }
}
