using Microsoft.Data.Sqlite;

namespace Entente.Store.Sqlite;

/// <summary>What SQLite and the file system say, as codes of refusals.</summary>
internal static class SqliteFaults
{
    private const int Perm = 3, Busy = 5, Locked = 6, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13, CannotOpen = 14, Auth = 23, NotADatabase = 26;

    // https://www.sqlite.org/rescode.html: the extended codes of an I/O error that mean that there is no room or no permission.
    private const int IoErrorWrite = 778, IoErrorFsync = 1034, IoErrorTruncate = 1546, IoErrorShmSize = 4874, IoErrorAccess = 3338;

    public static string? CodeOf(Exception exception) => exception switch
    {
        SqliteException sqlite => CodeOf(sqlite.SqliteErrorCode, sqlite.SqliteExtendedErrorCode),
        UnauthorizedAccessException => "data.not-writable",
        _ => null,
    };

    private static string? CodeOf(int code, int extended) => code switch
    {
        Busy or Locked => "data.busy",
        Full => "data.full",
        IoError when extended is IoErrorWrite or IoErrorFsync or IoErrorTruncate or IoErrorShmSize => "data.full",
        IoError when extended is IoErrorAccess => "data.not-writable",
        IoError => "data.damaged",
        Perm or ReadOnly or CannotOpen or Auth => "data.not-writable",
        Corrupt or NotADatabase => "data.damaged",
        _ => null,
    };
}
