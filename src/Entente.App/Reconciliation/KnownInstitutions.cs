using Entente.App.Partners;
using Entente.Formats.Ror;

namespace Entente.App.Reconciliation;

/// <summary>The records of the world's registry as it is loaded now, ready to be matched with; what was found out about them is kept until another dump is loaded.</summary>
internal sealed class KnownInstitutions(LoadedRegistry loaded)
{
    private volatile Tuple<RegistryFile, Entities>? kept;

    /// <returns>Null where none is loaded.</returns>
    public Entities? Find()
    {
        if (loaded.Find() is not { } file)
            return null;
        if (kept is not { } known || known.Item1 != file)
            kept = known = Tuple.Create(file, new Entities(file.Registry, at => Entity.Of(file.InstitutionAt(at))));
        return known.Item2;
    }
}
