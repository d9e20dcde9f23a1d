namespace Entente.App.Shell;

internal static class DiskRoom
{
    // ENOSPC and EDQUOT of Linux, and ERROR_DISK_FULL as an HRESULT holds it.
    private const int NoSpace = 28, QuotaExceeded = 122, DiskFull = unchecked((int)0x80070070);

    /// <summary>Whether a write failed because there is no room left.</summary>
    public static bool IsMissing(Exception exception) => exception is IOException { HResult: NoSpace or QuotaExceeded or DiskFull };
}
