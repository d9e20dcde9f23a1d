namespace Entente.Core;

/// <summary>The bytes of a source, exactly as they came, kept once however often they are imported.</summary>
public sealed record StoredSource(int RegisterId, string Sha256, byte[] Bytes);
