using System.Text;

namespace Entente.Formats.Pdf;

/// <summary>A character that a document has only a mark for.</summary>
/// <param name="NeedsFont">It could be set, if there were a font that has it.</param>
public readonly record struct PdfMissing(Rune Character, bool NeedsFont);
