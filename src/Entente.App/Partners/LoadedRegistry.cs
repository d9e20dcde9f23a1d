using Entente.Core;
using Entente.Formats.Ror;
using Entente.Store;

namespace Entente.App.Partners;

/// <summary>The world's registry as the data folder has it now, open between answers. What was open before stays so, for who still reads in it.</summary>
public sealed class LoadedRegistry(DataFolder folder) : IDisposable
{
    private readonly string path = RegistryPlace.In(folder.Path);
    private readonly Lock access = new();
    private readonly List<RegistryFile> opened = [];
    private (DateTime At, long Length) seen;

    /// <returns>Null when there is none, or none that this program reads.</returns>
    public RegistryFile? Find() => Look().Registry;

    /// <returns>The registry, or why it cannot be read.</returns>
    public (RegistryFile? Registry, RefusedException? Why) Look()
    {
        try
        {
            return (Open(), null);
        }
        catch (RefusedException refused)
        {
            return (null, refused);
        }
    }

    /// <exception cref="RefusedException">ror.none, ror.index-version, ror.index-damaged.</exception>
    public RegistryFile Open()
    {
        lock (access)
        {
            var file = new FileInfo(path);
            var now = file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
            if (opened.Count == 0 || now != seen)
            {
                opened.Add(RegistryFile.Open(path));
                seen = now;
            }

            return opened[^1];
        }
    }

    public void Dispose() => opened.ForEach(f => f.Dispose());
}
