namespace Entente.Core;

/// <summary>How a record came to be by parting or joining rows.</summary>
/// <param name="Step">Which of the steps that part or join records made it, from 0.</param>
/// <param name="Said">What somebody had said of it until then; null: nothing but what was read.</param>
public sealed record RecordShape(int Step, Facts? Said);

/// <summary>What somebody typed over a record.</summary>
/// <param name="Fields">In which the record says something else than what was read.</param>
public sealed record Correction(Facts Facts, IReadOnlySet<string> Fields);
