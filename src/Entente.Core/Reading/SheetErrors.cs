using System.Text.RegularExpressions;

namespace Entente.Core.Reading;

/// <summary>What a spreadsheet shows in place of a value: #REF!, #N/A, #ССЫЛКА!, #¡VALOR!, Err:502, #### where a column is too narrow, and a formula of which no value is stored. It is said of the sheet and not of the agreement.</summary>
public static partial class SheetErrors
{
    /// <summary>Of the finding that shows one.</summary>
    public const string Code = "cell.error";

    internal static bool Is(string text) => text.Length > 1 && text[0] is '#' or 'E' or '=' && Shape().IsMatch(text);

    /// <summary>In whichever language: capitals with a mark behind them, with a stroke between them, or alone.</summary>
    [GeneratedRegex(@"^(#[¡¿]?[\p{Lu}\p{Lo}\p{M}][\p{Lu}\p{Lo}\p{M}\d/_ ]{0,24}[!?]|#\p{Lu}/\p{Lu}+|#\p{Lu}[\p{Lu}_]{1,24}|#{3,}|Err ?: ?\d{3}|=(…|[\p{L}\d(+$@'\[-][^""]*))$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
