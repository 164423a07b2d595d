package dev.flotilla.model;

/// The device that opened a replica, and what it called itself at that moment.
public record ReplicaOrigin(DeviceKey device, String deviceName) {}
