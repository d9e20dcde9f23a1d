using System.Globalization;
using System.Xml;

namespace Entente.Formats.Sheets;

/// <summary>Where a reader of a sheet is: rows and cells without a place of their own follow the one before. ECMA-376, part 1, 18.3.1.4 and 18.3.1.73.</summary>
internal sealed class SheetPlace
{
    /// <summary>From 0; before the first, -1.</summary>
    public int Row { get; private set; } = -1;

    /// <summary>Likewise.</summary>
    public int Column { get; private set; } = -1;

    /// <returns>Whether it is at the begin of a row or of a cell.</returns>
    public bool Follow(XmlReader xml)
    {
        if (xml.NodeType != XmlNodeType.Element || xml.LocalName is not ("row" or "c"))
            return false;
        if (xml.LocalName == "c")
        {
            Column = SheetParts.ColumnOf(xml.GetAttribute("r")) ?? Column + 1;
            return true;
        }

        ReadingStop.Look();
        (Row, Column) = (int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number - 1 : Row + 1, -1);
        return true;
    }

    /// <summary>Of "B7", from 0; null for what is no such name.</summary>
    public static (int Row, int Column)? Of(string cell) =>
        SheetParts.ColumnOf(cell) is { } column && int.TryParse(cell.AsSpan(cell.IndexOfAnyInRange('0', '9') is >= 0 and var digits ? digits : cell.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? (row - 1, column) : null;
}
