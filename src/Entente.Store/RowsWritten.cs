namespace Entente.Store;

/// <summary>How many of the agreements of one act were written, or taken out.</summary>
public readonly record struct RowsWritten(int Rows, int Of);
