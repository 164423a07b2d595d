package dev.flotilla.app.evidence;

import dev.flotilla.crdt.Dot;
import dev.flotilla.model.Value;
import dev.flotilla.net.node.LogPage;
import dev.flotilla.net.node.LogQuery;
import dev.flotilla.net.node.SignedChange;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Where the changes come from. Each reads the disk.
///
/// @param pages of the history
/// @param written what operations wrote
/// @param signed the changes that made operations, with their bytes
public record EvidenceLog(
    Function<LogQuery, LogPage> pages,
    Function<Collection<Dot>, Map<Dot, Value>> written,
    Function<Collection<Dot>, List<SignedChange>> signed) {}
