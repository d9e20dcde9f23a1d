using System.Text;

using Entente.Core;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Entente.Store.Sqlite;

/// <summary>The words of agreements by their trigrams: any part of a word of three letters and more is found.
/// The index only narrows; the folded column decides. FTS5 knows rows by a number, which a table of its own gives to each agreement.</summary>
internal sealed class SearchIndex : IDisposable
{
    public const string Create = """
        CREATE TABLE "AgreementSearch" (
            "Row" INTEGER PRIMARY KEY,
            "RegisterId" INTEGER NOT NULL,
            "AgreementId" BLOB NOT NULL,
            UNIQUE ("RegisterId", "AgreementId")
        ) STRICT;
        CREATE VIRTUAL TABLE "AgreementWords" USING fts5 (
            "Folded", content = '', contentless_delete = 1, detail = 'none', tokenize = 'trigram'
        );
        """;

    private const int Gram = 3;

    private readonly Statement addRow, addWords, find, removeRow, removeWords;
    private long last;

    public SearchIndex(RegisterDb db)
    {
        addRow = new Statement(db, "INSERT INTO \"AgreementSearch\" (\"Row\", \"RegisterId\", \"AgreementId\") VALUES (?, ?, ?)");
        addWords = new Statement(db, "INSERT INTO \"AgreementWords\" (rowid, \"Folded\") VALUES (?, ?)");
        find = new Statement(db, "SELECT \"Row\" FROM \"AgreementSearch\" WHERE \"RegisterId\" = ? AND \"AgreementId\" = ?");
        removeRow = new Statement(db, "DELETE FROM \"AgreementSearch\" WHERE \"Row\" = ?");
        removeWords = new Statement(db, "DELETE FROM \"AgreementWords\" WHERE rowid = ?");
        using var greatest = new Statement(db, "SELECT coalesce(max(\"Row\"), 0) FROM \"AgreementSearch\"");
        last = greatest.Ask()!.Value;
    }

    public void Add(Agreement agreement)
    {
        last++;
        addRow.Bind(1, last);
        addRow.Bind(2, agreement.RegisterId);
        addRow.Bind(3, agreement.Id);
        addRow.Run();
        addWords.Bind(1, last);
        addWords.Bind(2, agreement.Folded);
        addWords.Run();
    }

    public void Remove(Agreement agreement)
    {
        find.Bind(1, agreement.RegisterId);
        find.Bind(2, agreement.Id.ToByteArray(true));
        if (find.Ask() is not { } row)
            return;
        removeRow.Bind(1, row);
        removeRow.Run();
        removeWords.Bind(1, row);
        removeWords.Run();
    }

    /// <summary>The agreements of which every word is found somewhere in the folded text.</summary>
    public static IQueryable<Agreement> Matching(RegisterDb db, IReadOnlyList<SearchWord> words)
    {
        var sql = new StringBuilder("SELECT a.* FROM \"Agreements\" AS a WHERE TRUE");
        var parameters = new List<object>();
        foreach (var word in words)
        {
            sql.Append(" AND (");
            for (var i = 0; i < word.Forms.Count; i++)
                sql.Append(i == 0 ? "" : " OR ").Append("instr(a.\"Folded\", ").Append(Parameter(word.Forms[i])).Append(") > 0");
            sql.Append(')');
        }

        if (Expression(words) is { Length: > 0 } expression)
        {
            sql.Append(" AND (a.\"RegisterId\", a.\"Id\") IN (SELECT s.\"RegisterId\", s.\"AgreementId\" FROM \"AgreementSearch\" AS s WHERE s.\"RegisterId\" = ")
                .Append(Parameter(db.RegisterId))
                .Append(" AND s.\"Row\" IN (SELECT rowid FROM \"AgreementWords\" WHERE \"AgreementWords\" MATCH ")
                .Append(Parameter(expression)).Append("))");
        }

        return db.Agreements.FromSqlRaw(sql.ToString(), [.. parameters]);

        string Parameter(object value)
        {
            parameters.Add(new SqliteParameter($"@w{parameters.Count}", value));
            return $"@w{parameters.Count - 1}";
        }
    }

    public void Dispose()
    {
        foreach (var statement in new[] { addRow, addWords, find, removeRow, removeWords })
            statement.Dispose();
    }

    /// <summary>In the language of FTS5: for each word the trigrams of one of its forms. A word with a shorter form cannot be narrowed.</summary>
    internal static string Expression(IReadOnlyList<SearchWord> words)
    {
        var narrowing = words.Select(w => w.Forms.Select(Grams).ToList()).Where(forms => forms.TrueForAll(g => g.Count > 0));
        return string.Join(" AND ", narrowing.Select(forms =>
            $"({string.Join(" OR ", forms.Select(grams => $"({string.Join(" AND ", grams)})"))})"));
    }

    /// <summary>Side by side, and the last one: the ones between would cost more than they narrow.</summary>
    private static List<string> Grams(string form)
    {
        var runes = form.EnumerateRunes().ToList();
        var grams = new List<string>();
        for (var i = 0; i + Gram <= runes.Count; i += Gram)
            grams.Add(At(i));
        if (runes.Count > Gram && runes.Count % Gram != 0)
            grams.Add(At(runes.Count - Gram));
        return [.. grams.Distinct()];

        string At(int i) => $"\"{string.Concat(runes.Skip(i).Take(Gram))}\"";
    }
}
