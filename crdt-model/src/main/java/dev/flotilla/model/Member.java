package dev.flotilla.model;

/// A device that belongs to the workspace, under the name and the role it was admitted with.
public record Member(DeviceKey device, String name, Role role) {}
