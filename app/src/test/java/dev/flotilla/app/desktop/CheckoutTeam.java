package dev.flotilla.app.desktop;

import static dev.flotilla.app.desktop.SketchWorkspace.ANA;
import static dev.flotilla.app.desktop.SketchWorkspace.BEN;
import static dev.flotilla.app.desktop.SketchWorkspace.CHEN;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.FlagType;
import dev.flotilla.model.Place;
import dev.flotilla.model.RuleDraft;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.PeerState;
import dev.flotilla.net.PeerStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The workspace of a made-up team, always the same: what the screenshots show.
public final class CheckoutTeam {
  private final SketchWorkspace sketch = new SketchWorkspace("Checkout");

  /// The team's flags, without any conflict.
  public static SketchWorkspace calm() {
    CheckoutTeam team = new CheckoutTeam();
    team.tagSets();
    team.flags();
    team.inSync();
    return team.sketch;
  }

  /// Two machines were apart and edited the same flags.
  public static SketchWorkspace inConflict() {
    CheckoutTeam team = new CheckoutTeam();
    team.tagSets();
    team.flags();
    team.conflicts();
    team.oneBehind();
    return team.sketch;
  }

  /// Its home was copied, its disk is full, and a clock is wrong.
  public static SketchWorkspace warned() {
    SketchWorkspace sketch = inConflict();
    sketch.warn(
        "The disk is full: nothing can be edited until there is room again.",
        "The replica a7c1f20b of Ana’s laptop has two histories from its change 41 on: its data was"
            + " copied or restored while it went on elsewhere. Both are kept and merged. If two"
            + " copies of that home are still in use, give one of them a home of its own.",
        "The clock of Build server is 26 min ahead.");
    return sketch;
  }

  /// What another machine says, whose log has not arrived.
  public static SketchWorkspace loading() {
    SketchWorkspace sketch = calm();
    sketch.loading(true);
    return sketch;
  }

  /// What a team has after a year: 60 flags in 4 environments on 5 machines, and two conflicts.
  public static SketchWorkspace typical() {
    CheckoutTeam team = new CheckoutTeam();
    team.tagSets();
    team.flags();
    TypicalTeam.grow(team.sketch, 52, 24);
    team.conflicts();
    team.fiveMachines();
    return team.sketch;
  }

  /// More flags than a window holds, with 300 different tags.
  public static SketchWorkspace crowded(int flags) {
    CheckoutTeam team = new CheckoutTeam();
    team.tagSets();
    team.flags();
    TypicalTeam.grow(team.sketch, flags, 300);
    team.inSync();
    return team.sketch;
  }

  private void tagSets() {
    sketch.ago(Duration.ofDays(30));
    tagSet("Teams", "blue", "Who looks after a flag.", "checkout", "search", "mobile", "platform");
    tagSet("Releases", "purple", "When a flag can go.", "2026.4", "2027.1");
    tagSet("Risk", "orange", "Ask before you switch these.", "payments", "on-call");
  }

  private void tagSet(String name, String colour, String description, String... members) {
    List<Edit> edits = new ArrayList<>();
    edits.add(new Edit.CreateTagSet(name, description));
    edits.add(set(EntityId.tagSet(name), FieldNames.COLOUR, Value.of(colour)));
    for (String member : members) {
      edits.add(new Edit.AddElement(EntityId.tagSet(name), FieldNames.MEMBERS, member));
    }
    sketch.edit(ANA, edits.toArray(Edit[]::new));
  }

  private void flags() {
    sketch.ago(Duration.ofMinutes(4));
    flag("checkout-redesign", "The one-page checkout, for everyone in December", true, true);
    tag("checkout-redesign", "checkout", "2026.4");
    sketch.ago(Duration.ofHours(3));
    sketch.edit(
        BEN,
        create(
            "checkout.button-colour",
            FlagType.STRING,
            "Colour of the pay button while the experiment runs",
            Map.of(
                "classic",
                Value.of("#1f6feb"),
                "calm",
                Value.of("#2da44e"),
                "loud",
                Value.of("#e5534b")),
            "calm",
            "classic"),
        set("checkout.button-colour", FieldNames.KIND, Value.of("experiment")),
        Edit.tag("checkout.button-colour", "checkout"),
        Edit.tag("checkout.button-colour", "mobile"));
    sketch.ago(Duration.ofDays(1));
    sketch.edit(
        CHEN,
        create(
            "payment.retry-limit",
            FlagType.NUMBER,
            "How often a declined card is tried again",
            Map.of("careful", Value.Number.of(2), "patient", Value.Number.of(5)),
            "patient",
            "careful"),
        set("payment.retry-limit", FieldNames.OWNER, Value.of("payments@example.org")),
        Edit.tag("payment.retry-limit", "payments"),
        Edit.tag("payment.retry-limit", "on-call"),
        Edit.tag("payment.retry-limit", "platform"),
        Edit.tag("payment.retry-limit", "2027.1"));
    sketch.ago(Duration.ofMinutes(41));
    sketch.edit(
        ANA,
        create(
            "payment.stop",
            FlagType.BOOLEAN,
            "Stops all payments. For incidents only.",
            Map.of("on", Value.of(true), "off", Value.of(false)),
            "off",
            "off"),
        set("payment.stop", FieldNames.KIND, Value.of("kill-switch")),
        Edit.tag("payment.stop", "payments"),
        Edit.tag("payment.stop", "on-call"));
    sketch.ago(Duration.ofDays(3));
    sketch.edit(
        BEN,
        create(
            "search.ranking",
            FlagType.OBJECT,
            "Weights of the new ranking",
            Map.of(
                "baseline", new Value.Json("{\"title\":1,\"popularity\":0.4}"),
                "fresh", new Value.Json("{\"title\":1,\"popularity\":0.2,\"age\":0.6}")),
            "fresh",
            "baseline"),
        Edit.tag("search.ranking", "search"));
    sketch.ago(Duration.ofHours(20));
    flag("search.typo-tolerance", "", true, false);
    tag("search.typo-tolerance", "search");
    sketch.ago(Duration.ofDays(5));
    flag("mobile.biometric-login", "Face and fingerprint instead of a password", true, true);
    tag("mobile.biometric-login", "mobile", "2026.4");
    sketch.ago(Duration.ofDays(12));
    flag("newsletter-banner", "Was for the summer sale", false, false);
    sketch.edit(BEN, set("newsletter-banner", FieldNames.ARCHIVED, Value.of(true)));
    target();
  }

  private void target() {
    sketch.ago(Duration.ofMinutes(4));
    EntityId redesign = EntityId.flag("checkout-redesign");
    sketch.edit(
        ANA,
        set(redesign, FieldNames.OWNER, Value.of("checkout@example.org")),
        set(redesign, FieldNames.KIND, Value.of("release")),
        set(redesign, FieldNames.metadata("ticket"), Value.of("CHK-1182")),
        set(
            redesign,
            FieldNames.targeting("production"),
            new Value.Json(
                "{\"if\":[{\"ends_with\":[{\"var\":\"email\"},\"@example.org\"]},\"on\",\"off\"]}")),
        new Edit.AddElement(redesign, FieldNames.LINKS, "https://example.org/tickets/CHK-1182"),
        rule("{\"==\":[{\"var\":\"country\"},\"CH\"]}", "on"),
        rule("{\"sem_ver\":[{\"var\":\"app.version\"},\"<\",\"4.2.0\"]}", "off"),
        new Edit.CreateFolder("shop", "Shop", Optional.empty()),
        new Edit.CreateFolder("checkout", "Checkout", Optional.of("shop")),
        Edit.putInto("checkout-redesign", Optional.of("checkout")),
        new Edit.Require("checkout-redesign", "payment.stop", "off"));
  }

  private static Edit rule(String condition, String variant) {
    return new Edit.AddRule(
        "checkout-redesign", "production", RuleDraft.of(condition, variant), new Place.Last());
  }

  private void conflicts() {
    Workspace apart = sketch.workspace();
    sketch.ago(Duration.ofMinutes(9));
    sketch.edit(
        ANA,
        set("payment.retry-limit", FieldNames.defaultVariant("production"), Value.of("patient")));
    sketch.ago(Duration.ofMinutes(7));
    sketch.editFrom(
        apart,
        BEN,
        set("payment.retry-limit", FieldNames.variant("patient"), Value.Number.of(8)),
        set("payment.retry-limit", FieldNames.defaultVariant("production"), Value.of("careful")));
    sketch.ago(Duration.ofMinutes(6));
    sketch.edit(ANA, new Edit.DeleteEntity(EntityId.flag("newsletter-banner")));
    sketch.editFrom(
        apart,
        CHEN,
        set("newsletter-banner", FieldNames.DESCRIPTION, Value.of("Comes back in spring")));
  }

  private void inSync() {
    VersionVector all = sketch.workspace().vector();
    sketch.peers(
        peer(2, "Ben’s desktop", "192.168.7.21:41217", PeerState.IN_SYNC, all, 0),
        peer(3, "Build server", "192.168.7.40:41217", PeerState.IN_SYNC, all, 0));
  }

  private void fiveMachines() {
    VersionVector all = sketch.workspace().vector();
    sketch.peers(
        peer(2, "Ben’s desktop", "192.168.7.21:41217", PeerState.IN_SYNC, all, 0),
        peer(3, "Build server", "192.168.7.40:41217", PeerState.IN_SYNC, all, 0),
        peer(4, "Packing line 2", "192.168.7.52:41217", PeerState.IN_SYNC, all, 0),
        peer(5, "Studio Mac", "192.168.7.63:41217", PeerState.OFFLINE, all, 190));
  }

  private void oneBehind() {
    VersionVector all = sketch.workspace().vector();
    TreeMap<ReplicaId, Long> less = new TreeMap<>(all.asMap());
    less.merge(ANA, 3L, (seen, missing) -> seen - missing);
    sketch.peers(
        peer(2, "Ben’s desktop", "192.168.7.21:41217", PeerState.IN_SYNC, all, 0),
        peer(
            3,
            "Build server",
            "192.168.7.40:41217",
            PeerState.OFFLINE,
            VersionVector.of(less),
            12));
  }

  private static PeerStatus peer(
      int seed, String name, String address, PeerState state, VersionVector vector, int minutes) {
    return new PeerStatus(
        Optional.of(SketchWorkspace.key(seed).deviceId()),
        name,
        address,
        state,
        vector,
        Optional.of(SketchWorkspace.NOW.minus(Duration.ofMinutes(minutes))),
        Optional.empty());
  }

  private void flag(String key, String description, boolean development, boolean production) {
    sketch.edit(
        ANA,
        Edit.CreateFlag.bool(key)
            .withDescription(description)
            .withSettings(
                Map.of(
                    "development", FlagSetting.of(development, development ? "on" : "off"),
                    "production", FlagSetting.of(production, production ? "on" : "off"))));
  }

  private void tag(String key, String... tags) {
    for (String tag : tags) {
      sketch.edit(ANA, Edit.tag(key, tag));
    }
  }

  private static Edit create(
      String key,
      FlagType type,
      String description,
      Map<String, Value> variants,
      String development,
      String production) {
    return new Edit.CreateFlag(
        key,
        type,
        new TreeMap<>(variants),
        description,
        new TreeMap<>(
            Map.of(
                "development", FlagSetting.of(true, development),
                "production", FlagSetting.of(!key.equals("payment.stop"), production))));
  }

  private static Edit set(String flag, String field, Value value) {
    return set(EntityId.flag(flag), field, value);
  }

  private static Edit set(EntityId entity, String field, Value value) {
    return new Edit.SetField(entity, field, value, Optional.empty());
  }
}
