using System.Globalization;
using System.Security.Cryptography;

using Entente.App.Shell;
using Entente.Core;
using Entente.Core.Matching;
using Entente.Formats.Ror;

namespace Entente.App.Partners;

/// <summary>Takes ROR's dump into the data folder. Until the new index is whole, the old one stays.</summary>
internal static class RegistryLoad
{
    public static async Task<LoadedView> RunAsync(Terminal terminal, string folder, string from, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        await using var dump = await RegistryDownload.OpenAsync(terminal, folder, from, stop);
        terminal.Say(Wording.Of("ror.reading", from));
        var progress = new Counted(terminal);
        var institutions = await RorDump.ReadAsync(dump, progress, stop);
        dump.Position = 0;
        var name = RegistryDownload.AddressOf(from) is not null ? from : Path.GetFileName(from);
        var source = new RegistrySource(name, Convert.ToHexStringLower(await SHA256.HashDataAsync(dump, stop)), terminal.Clock.GetUtcNow());
        terminal.Say(Wording.Of("ror.building", institutions.Count.ToString("N0", CultureInfo.InvariantCulture)));
        var registry = RegistryFile.Build(institutions);
        // An index of another version of this program can be compared with nothing: it is replaced.
        using var before = RegistryPlace.Known(folder);
        var loaded = LoadedView.Of(source, before?.Source, registry, before is null ? null : RegistryDifferences.Between(before.Registry, registry));
        RegistryFile.Write(RegistryPlace.In(folder), registry, source);
        return loaded;
    }

    private sealed class Counted(Terminal terminal) : IProgress<int>
    {
        private static readonly TimeSpan Each = TimeSpan.FromSeconds(2);

        private long last = terminal.Clock.GetTimestamp();

        public void Report(int value)
        {
            if (terminal.Clock.GetElapsedTime(last) < Each)
                return;
            last = terminal.Clock.GetTimestamp();
            terminal.Say(Wording.Of("ror.read", value.ToString("N0", CultureInfo.InvariantCulture)));
        }
    }
}
