namespace Entente.Edtf.Parsing;

/// <summary>Why a text was not read, and where. The default value stands for no fault.</summary>
internal readonly record struct Fault(EdtfReason Reason, int Position);
