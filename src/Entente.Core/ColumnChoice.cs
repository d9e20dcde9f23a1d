using Entente.Core.Reading;

namespace Entente.Core;

/// <summary>What a person says that a column is.</summary>
/// <param name="Heads">The heads of its table, as <see cref="Table.HeadsOf"/> has them: all tables of a document under the same heads are meant.</param>
/// <param name="Column">From 0.</param>
/// <param name="Field">Null: kept, but not used.</param>
public sealed record ColumnChoice(string Heads, int Column, string? Field)
{
    /// <summary>How a field that is none is called.</summary>
    public const string None = "none";
}

/// <summary>Which of two small numbers is the day in the dates of one column, as a person says.</summary>
/// <param name="Heads">As of <see cref="ColumnChoice"/>; <paramref name="Column"/> likewise.</param>
/// <param name="Days"><see cref="DayOrder.Unknown"/>: as the column itself tells.</param>
public sealed record ColumnDays(string Heads, int Column, DayOrder Days);
