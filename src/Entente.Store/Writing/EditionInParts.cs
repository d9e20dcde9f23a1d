using Entente.Core;
using Entente.Store.Json;
using Entente.Store.Sqlite;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Entente.Store.Writing;

/// <summary>A list that is too long to be held at once, and the document that it is of.</summary>
/// <param name="Known">What is known of it before its records are read.</param>
/// <param name="Parts">Its records in order; the last part has none and is what all of them together are.</param>
/// <param name="Document">Its bytes, from the beginning.</param>
/// <param name="GreatestNumber">No greater one is printed.</param>
public sealed record ListInParts(SourceReading Known, IAsyncEnumerable<SourceReading> Parts, Func<Stream> Document, long GreatestNumber);

/// <param name="First">The numbers of the first agreements, by the order of their records.</param>
public sealed record WrittenParts(Edition Edition, IReadOnlyDictionary<int, string> First);

/// <summary>An import of which all records are new is one transaction also where it is written part by part: all of it or nothing.</summary>
public static class EditionInParts
{
    /// <param name="stored">Told how many records were written.</param>
    /// <exception cref="RefusedException">data.busy, data.full …; nothing is written then.</exception>
    public static Task<WrittenParts> WriteInPartsAsync(this RegisterDb db, ListInParts list, Authorship by, IProgress<int>? stored = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(by);
        return db.InTransactionAsync(
            async () =>
            {
                await db.SaveChangesAsync(cancellation);
                if (!await db.Sources.AnyAsync(s => s.Sha256 == list.Known.Source.Sha256, cancellation))
                    await WriteSourceAsync(db, list, cancellation);
                var edition = new Edition(db.RegisterId, Guid.CreateVersion7(by.At), list.Known, by.At) { Added = 0, Changed = 0 };
                db.Editions.Add(edition);
                await db.SaveChangesAsync(cancellation);
                using var bulk = new BulkSettings(db);
                var indexes = BulkIndexes.Drop(db);
                using var writer = await PartWriter.ForAsync(db, edition, by, list.GreatestNumber, cancellation);
                await foreach (var part in writer.WriteAsync(list.Parts, cancellation))
                {
                    stored?.Report(writer.Records);
                    if (part.Drafts.Count == 0)
                        edition.Complete(part, writer.Records);
                }

                writer.Complete();
                indexes.Make();
                await db.SaveChangesAsync(cancellation);
                return new WrittenParts(edition, writer.First);
            },
            cancellation);
    }

    /// <summary>As many noughts first, and the bytes of the document over them: it is never held as a whole.</summary>
    private static async Task WriteSourceAsync(RegisterDb db, ListInParts list, CancellationToken cancellation)
    {
        var source = list.Known.Source;
        using (var insert = new Statement(db, "INSERT INTO \"Sources\" (\"RegisterId\", \"Sha256\", \"Bytes\") VALUES (?, ?, ?)"))
        {
            insert.Bind(1, db.RegisterId);
            insert.Bind(2, source.Sha256);
            insert.BindNoughts(3, checked((int)source.Bytes));
            insert.Run();
        }

        using var last = new Statement(db, "SELECT last_insert_rowid()");
        await using var bytes = list.Document();
        await using var blob = new SqliteBlob((SqliteConnection)db.Database.GetDbConnection(), "Sources", "Bytes", last.Ask()!.Value);
        await bytes.CopyToAsync(blob, 1 << 20, cancellation);
    }
}
