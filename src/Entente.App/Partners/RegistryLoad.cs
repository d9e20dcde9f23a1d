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
    /// <param name="replaces">Also where most of what is loaded is not in it.</param>
    /// <exception cref="RefusedException">ror.mostly-gone, and all that is wrong with a dump.</exception>
    public static async Task<LoadedView> RunAsync(Terminal terminal, string folder, string from, bool replaces, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        await using var dump = await RegistryDownload.OpenAsync(terminal, folder, from, stop);
        terminal.Say(Wording.Of("ror.reading", from));
        var progress = new Counted(terminal);
        var read = await RorDump.ReadAsync(dump, progress, stop);
        dump.Position = 0;
        var name = RegistryDownload.AddressOf(from) is not null ? from : Path.GetFileName(from);
        var source = new RegistrySource(name, Convert.ToHexStringLower(await SHA256.HashDataAsync(dump, stop)), terminal.Clock.GetUtcNow());
        terminal.Say(Wording.Of("ror.building", Number(read.Institutions.Count)));
        var registry = RegistryFile.Build(read.Institutions);
        // An index of another version of this program can be compared with nothing: it is replaced.
        using var before = RegistryPlace.Known(folder);
        var differences = before is null ? null : RegistryDifferences.Between(before.Registry, registry);
        var gone = differences?.All.Count(d => d.Kind == RegistryDifferenceKind.Gone) ?? 0;
        if (before is not null && !replaces && gone > before.Registry.Count / 2)
            throw new RefusedException("ror.mostly-gone", Number(read.Institutions.Count), Number(gone), Number(before.Registry.Count));
        var loaded = LoadedView.Of(source, before?.Source, registry, differences, read.LeftOut);
        RegistryFile.Write(RegistryPlace.In(folder), registry, source);
        return loaded;
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private sealed class Counted(Terminal terminal) : IProgress<int>
    {
        private static readonly TimeSpan Each = TimeSpan.FromSeconds(2);

        private long last = terminal.Clock.GetTimestamp();

        public void Report(int value)
        {
            if (terminal.Clock.GetElapsedTime(last) < Each)
                return;
            last = terminal.Clock.GetTimestamp();
            terminal.Say(Wording.Of("ror.read", Number(value)));
        }
    }
}
