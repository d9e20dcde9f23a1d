namespace Entente.Store.Sqlite;

/// <summary>What the file system says of the data folder, as codes of refusals.</summary>
internal static class FileFaults
{
    // errno of Unix, and the Windows codes as an HRESULT holds them.
    private const int WouldBlock = 11, NoSpace = 28, SharingViolation = unchecked((int)0x80070020), DiskFull = unchecked((int)0x80070070);

    public static string CodeOf(IOException exception) => exception.HResult switch
    {
        WouldBlock or SharingViolation => "data.busy",
        NoSpace or DiskFull => "data.full",
        _ => "data.not-writable",
    };
}
