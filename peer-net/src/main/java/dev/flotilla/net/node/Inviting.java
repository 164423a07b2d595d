package dev.flotilla.net.node;

import dev.flotilla.model.Octets;
import dev.flotilla.model.Operation.AdmitMember;
import dev.flotilla.model.Role;
import dev.flotilla.net.change.Signatory;
import dev.flotilla.net.pairing.JoinReply;
import dev.flotilla.net.pairing.JoinRequest;
import dev.flotilla.net.store.StoreException;
import dev.flotilla.net.store.StoredInvitation;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Gives out invitations and lets in who holds one. Belongs to the writer thread.
final class Inviting {
  private final Signatory device;
  private final Authoring authoring;
  private final InstantSource clock;

  Inviting(Signatory device, Authoring authoring, InstantSource clock) {
    this.device = device;
    this.authoring = authoring;
    this.clock = clock;
  }

  /// The work of remembering a secret.
  ///
  /// @param done completes with why it is not allowed, or with nothing once it is on disk
  Work invitation(Octets secret, Role role, CompletableFuture<Optional<String>> done) {
    return new Work() {
      @Override
      public Runnable run(Transaction transaction) throws StoreException {
        var refusal = refusal(transaction, role);
        if (refusal.isEmpty()) {
          transaction.store().addInvitation(secret.bytes(), role, clock.millis());
        }
        return () -> done.complete(refusal);
      }

      @Override
      public void failed(String sentence) {
        done.complete(Optional.of(sentence));
      }
    };
  }

  /// The work of answering a device that wants to join.
  Work admission(JoinRequest request, CompletableFuture<JoinReply> done) {
    return new Work() {
      @Override
      public Runnable run(Transaction transaction) throws StoreException {
        var reply = admit(transaction, request);
        return () -> done.complete(reply);
      }

      @Override
      public void failed(String sentence) {
        done.complete(new JoinReply.Refused(sentence));
      }
    };
  }

  private Optional<String> refusal(Transaction transaction, Role role) {
    var state = transaction.state();
    var own = state.admissions().roleIn(state.workspace().vector(), device.id());
    if (own.isEmpty()) {
      return Optional.of("This device is no member of the workspace, so it cannot invite others.");
    }
    return own.get().mayGrant(role)
        ? Optional.empty()
        : Optional.of(
            "This device is a member as %s and cannot invite others as %s."
                .formatted(lower(own.get()), lower(role)));
  }

  private JoinReply admit(Transaction transaction, JoinRequest request) throws StoreException {
    var found =
        transaction.store().invitations().stream()
            .filter(invitation -> request.proves(invitation.secret()))
            .findFirst();
    if (found.isEmpty()) {
      return new JoinReply.Refused(
          "The invitation is unknown at the device that is said to have made it. Ask for a new one.");
    }
    var invitation = found.get();
    var joiner = request.joiner().deviceId();
    if (invitation.usedBy().filter(user -> !user.equals(joiner)).isPresent()) {
      return new JoinReply.Refused(
          "The invitation was used already by another device. Ask for a new one.");
    }
    if (invitation.usedBy().isEmpty()) {
      var outcome = enter(transaction, request, invitation);
      if (outcome instanceof EditOutcome.Refused(var refusal)) {
        return new JoinReply.Refused(refusal.message());
      }
      transaction.store().useInvitation(invitation.secret().bytes(), joiner, clock.millis());
    }
    var state = transaction.state();
    return new JoinReply.Admitted(state.workspace().name(), state.heads());
  }

  private EditOutcome enter(
      Transaction transaction, JoinRequest request, StoredInvitation invitation)
      throws StoreException {
    var opened = authoring.open(transaction);
    var state = transaction.state();
    var current =
        state.admissions().roleIn(state.workspace().vector(), request.joiner().deviceId());
    if (opened instanceof EditOutcome.Refused
        || current.filter(role -> role.compareTo(invitation.role()) <= 0).isPresent()) {
      return opened; // not ours to admit, or a member with that role already
    }
    var admit = new AdmitMember(request.joiner(), request.deviceName(), invitation.role());
    return authoring.append(transaction, List.of(admit), "");
  }

  private static String lower(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
