using System.Text;

using Entente.App.Registers;
using Entente.Core;
using Entente.Store;

namespace Entente.App.Sources;

/// <summary>The lines of a long document that one part of its rows is of. The document itself is passed over, and never held.</summary>
internal static class SourceSlice
{
    /// <param name="next">The first line of the part behind it; null where it is the last.</param>
    public static async Task<StoredText> ReadAsync(OpenRegister open, Edition edition, EditionRows rows, bool isFirst, int? next, CancellationToken stop)
    {
        var first = isFirst ? 1 : rows.FirstLine;
        await using var bytes = await open.Db.OpenSourceAsync(edition.Sha256, stop);
        using var reader = new StreamReader(bytes, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, 1 << 16);
        var lines = new StringBuilder();
        for (var number = 1; next is null || number < next; number++)
        {
            if (await reader.ReadLineAsync(stop) is not { } line)
                break;
            if (number > first)
                lines.Append('\n');
            if (number >= first)
                lines.Append(line);
        }

        return new StoredText(lines.ToString(), rows, new Slice(first - 1, next));
    }
}
