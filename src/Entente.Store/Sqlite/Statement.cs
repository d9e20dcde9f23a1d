using System.Data;
using System.Text;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

using SQLitePCL;

namespace Entente.Store.Sqlite;

/// <summary>One prepared statement that is run very often: what lies between it and the database costs more than the database itself.</summary>
internal sealed class Statement : IDisposable
{
    private const int MostOnStack = 768;

    private readonly sqlite3 connection;
    private readonly sqlite3_stmt statement;

    public Statement(RegisterDb db, string sql)
    {
        var open = (SqliteConnection)db.Database.GetDbConnection();
        if (open.State != ConnectionState.Open)
            throw new InvalidOperationException("Rows are written within a transaction.");
        connection = open.Handle!;
        Check(raw.sqlite3_prepare_v2(connection, sql, out statement));
    }

    /// <param name="at">From 1.</param>
    public void Bind(int at, long value) => Check(raw.sqlite3_bind_int64(statement, at, value));

    public void Bind(int at, double value) => Check(raw.sqlite3_bind_double(statement, at, value));

    public void Bind(int at, string? value)
    {
        if (value is not { Length: > 0 })
        {
            Check(value is null ? raw.sqlite3_bind_null(statement, at) : raw.sqlite3_bind_text(statement, at, value));
            return;
        }

        var room = value.Length <= MostOnStack / 3 ? stackalloc byte[MostOnStack] : new byte[Encoding.UTF8.GetByteCount(value)];
        BindText(at, room[..Encoding.UTF8.GetBytes(value, room)]);
    }

    public void Bind(int at, byte[]? value) => Check(value is null ? raw.sqlite3_bind_null(statement, at) : raw.sqlite3_bind_blob(statement, at, value));

    public void Bind(int at, ReadOnlySpan<byte> value) => Check(raw.sqlite3_bind_blob(statement, at, value));

    /// <summary>Sixteen bytes in the order in which it is written.</summary>
    public void Bind(int at, Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        Bind(at, bytes);
    }

    public void BindNull(int at) => Check(raw.sqlite3_bind_null(statement, at));

    public void BindText(int at, ReadOnlySpan<byte> utf8) => Check(raw.sqlite3_bind_text(statement, at, utf8));

    /// <summary>So many noughts, which are written over afterwards.</summary>
    public void BindNoughts(int at, int length) => Check(raw.sqlite3_bind_zeroblob(statement, at, length));

    public void Run()
    {
        if (!TryRun())
            SqliteException.ThrowExceptionForRC(raw.SQLITE_BUSY, connection);
    }

    /// <summary>False where another program is in the way.</summary>
    public bool TryRun()
    {
        var code = raw.sqlite3_step(statement);
        // A statement that failed says so once more when it is reset.
        raw.sqlite3_reset(statement);
        if (code is not (raw.SQLITE_DONE or raw.SQLITE_ROW or raw.SQLITE_BUSY))
            SqliteException.ThrowExceptionForRC(code, connection);
        return code != raw.SQLITE_BUSY;
    }

    /// <summary>The number in the first column of the first row; null when there is none.</summary>
    public long? Ask()
    {
        var code = raw.sqlite3_step(statement);
        long? answer = code == raw.SQLITE_ROW ? raw.sqlite3_column_int64(statement, 0) : null;
        raw.sqlite3_reset(statement);
        if (code is not (raw.SQLITE_DONE or raw.SQLITE_ROW))
            SqliteException.ThrowExceptionForRC(code, connection);
        return answer;
    }

    /// <summary>The texts in the first two columns of all rows.</summary>
    public static List<(string One, string Other)> Pairs(RegisterDb db, string sql)
    {
        using var asked = new Statement(db, sql);
        var pairs = new List<(string One, string Other)>();
        int code;
        while ((code = raw.sqlite3_step(asked.statement)) == raw.SQLITE_ROW)
            pairs.Add((raw.sqlite3_column_text(asked.statement, 0).utf8_to_string(), raw.sqlite3_column_text(asked.statement, 1).utf8_to_string()));
        asked.Check(code is raw.SQLITE_DONE ? raw.SQLITE_OK : code);
        return pairs;
    }

    public void Dispose() => statement.Dispose();

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, connection);
}
