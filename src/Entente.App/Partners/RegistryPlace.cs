using Entente.App.Registers;
using Entente.App.Shell;
using Entente.Core;
using Entente.Formats.Ror;

namespace Entente.App.Partners;

/// <summary>Where the world's registry lies in a data folder: a file of its own beside the database, which can be made anew at any time.</summary>
internal static class RegistryPlace
{
    public const string FileName = "ror.index";

    public static string In(string folder) => Path.Combine(Path.GetFullPath(folder), FileName);

    /// <param name="told">Told why one that is there cannot be read; null where that makes no difference.</param>
    /// <returns>Null when there is none, or none that this program reads.</returns>
    public static RegistryFile? Known(string folder, Terminal? told = null)
    {
        try
        {
            return RegistryFile.Open(In(folder));
        }
        catch (RefusedException refused)
        {
            if (refused.Code != "ror.none")
                told?.Say(Wording.Of(refused));
            return null;
        }
    }

    /// <exception cref="RefusedException">ror.none, ror.index-version, ror.index-damaged.</exception>
    public static RegistryFile Open(DataPlace place, System.CommandLine.ParseResult asked, Terminal terminal) => RegistryFile.Open(In(place.PathTold(asked, terminal)));
}
