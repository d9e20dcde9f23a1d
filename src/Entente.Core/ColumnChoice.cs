namespace Entente.Core;

/// <summary>What a person says that a column is.</summary>
/// <param name="Heads">The heads of its table, as <see cref="Table.HeadsOf"/> has them: all tables of a document under the same heads are meant.</param>
/// <param name="Column">From 0.</param>
/// <param name="Field">Null: kept, but not used.</param>
public sealed record ColumnChoice(string Heads, int Column, string? Field);
