using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Sources;

/// <summary>What words of a source became, in words.</summary>
internal static class SourceWords
{
    private static readonly string[] roles = [.. Enum.GetValues<PieceRole>().Where(r => r != PieceRole.Record).Select(Words.Kebab), SourcePiece.Rest];

    /// <summary>Fields of records first, as they mostly stand in a row.</summary>
    public static readonly IReadOnlyList<string> Fields = ["number", "partner", "title", "country", "kind", "start", "end", "term", "state", "subject", "note", SourcePiece.Rest];

    /// <summary>All that is no record.</summary>
    public static readonly IReadOnlyList<string> Others = [.. roles.Except([SourcePiece.Rest])];

    /// <summary>With the reason, where there is one.</summary>
    public static string Of(SourcePiece piece) => piece.Why is { } why ? PageWords.Say("became.because", Of(piece.Field!), Why(why)) : Of(piece.Field!);

    public static string Why(string why) => PageWords.Say($"furniture.{why}");

    public static string Of(string field) => roles.Contains(field) ? PageWords.Say($"became.{field}") : Wording.Of($"field.{field}");
}
