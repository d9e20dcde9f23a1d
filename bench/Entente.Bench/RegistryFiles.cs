using Entente.Formats.Ror;

namespace Entente.Bench;

/// <summary>A registry made from the dump in a folder, and mapped.</summary>
internal static class RegistryFiles
{
    public static async Task<RegistryFile> OfAsync(string folder)
    {
        var path = Path.Combine(Path.GetTempPath(), "entente-bench-ror.index");
        await using var dump = File.OpenRead(DumpIn(folder));
        RegistryFile.Write(path, RegistryFile.Build((await RorDump.ReadAsync(dump)).Institutions), new RegistrySource("bench", "", DateTimeOffset.UnixEpoch));
        return RegistryFile.Open(path);
    }

    public static string DumpIn(string folder) => Directory.EnumerateFiles(folder, "*.zip").Order(StringComparer.Ordinal).First();
}
