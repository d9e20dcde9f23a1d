using Entente.App.Registers;
using Entente.App.Shell;
using Entente.Formats.Ror;

namespace Entente.App.Partners;

/// <summary>Where the world's registry lies in a data folder: a file of its own beside the database, which can be made anew at any time.</summary>
internal static class RegistryPlace
{
    public const string FileName = "ror.index";

    public static string In(string folder) => Path.Combine(Path.GetFullPath(folder), FileName);

    /// <exception cref="Core.RefusedException">ror.none, ror.index-version, ror.index-damaged.</exception>
    public static RegistryFile Open(DataPlace place, System.CommandLine.ParseResult asked, Terminal terminal) => RegistryFile.Open(In(place.PathTold(asked, terminal)));
}
