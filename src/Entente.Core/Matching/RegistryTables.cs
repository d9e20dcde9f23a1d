namespace Entente.Core.Matching;

/// <summary>How strongly a form of a name says who is meant; the strongest first.</summary>
public enum NameForm
{
    /// <summary>What it is called, in any language.</summary>
    Label,

    /// <summary>What it is or was called besides.</summary>
    Alias,

    /// <summary>One of the two without the person after whom it is named.</summary>
    Named,

    /// <summary>One of them without its qualifier in brackets.</summary>
    Bare,

    /// <summary>One of them in Latin letters.</summary>
    Latin,

    Acronym,
}

/// <summary>The columns of a registry, as they lie in memory or in a file. Starts have one more entry than there are rows: a row ends where the next begins.</summary>
public sealed record RegistryTables
{
    /// <summary>By word, ascending; a word's number is its place here.</summary>
    public required ReadOnlyMemory<ulong> WordHashes { get; init; }

    /// <summary>In <see cref="WordTexts"/>, UTF-8.</summary>
    public required ReadOnlyMemory<int> WordStarts { get; init; }

    public required ReadOnlyMemory<byte> WordTexts { get; init; }

    /// <summary>By word: a <see cref="WordClass"/>.</summary>
    public required ReadOnlyMemory<byte> WordClasses { get; init; }

    /// <summary>By word: in how many institutions' names it is.</summary>
    public required ReadOnlyMemory<int> WordSpreads { get; init; }

    /// <summary>By word, in <see cref="Postings"/>: the names that hold it.</summary>
    public required ReadOnlyMemory<int> PostingStarts { get; init; }

    public required ReadOnlyMemory<int> Postings { get; init; }

    /// <summary>By name, ascending: the hash of its words in their order.</summary>
    public required ReadOnlyMemory<ulong> NameHashes { get; init; }

    public required ReadOnlyMemory<int> NameInstitutions { get; init; }

    /// <summary>By name: a <see cref="NameForm"/>.</summary>
    public required ReadOnlyMemory<byte> NameForms { get; init; }

    /// <summary>In <see cref="NameTexts"/>, UTF-8: as the registry prints it.</summary>
    public required ReadOnlyMemory<int> NameStarts { get; init; }

    public required ReadOnlyMemory<byte> NameTexts { get; init; }

    /// <summary>By name, in <see cref="NameWords"/>: the numbers of its words.</summary>
    public required ReadOnlyMemory<int> NameWordStarts { get; init; }

    public required ReadOnlyMemory<int> NameWords { get; init; }

    /// <summary>Each with <see cref="Registry.IdLength"/> bytes, ascending.</summary>
    public required ReadOnlyMemory<byte> Ids { get; init; }

    /// <summary>By institution: two letters, the first in the higher byte; 0 when unknown.</summary>
    public required ReadOnlyMemory<ushort> Countries { get; init; }

    /// <summary>By institution: an <see cref="InstitutionStatus"/>.</summary>
    public required ReadOnlyMemory<byte> Statuses { get; init; }

    /// <summary>By institution: the name that the registry shows.</summary>
    public required ReadOnlyMemory<int> Displays { get; init; }

    /// <summary>By institution, in <see cref="PlaceWords"/>: the numbers of the words of its place.</summary>
    public required ReadOnlyMemory<int> PlaceStarts { get; init; }

    public required ReadOnlyMemory<int> PlaceWords { get; init; }

    /// <summary>By institution, in <see cref="RelationTargets"/> and <see cref="RelationKinds"/>: parents, successors and predecessors that are in the registry.</summary>
    public required ReadOnlyMemory<int> RelationStarts { get; init; }

    public required ReadOnlyMemory<int> RelationTargets { get; init; }

    public required ReadOnlyMemory<byte> RelationKinds { get; init; }

    /// <summary>Words with a letter left out, by their hash, ascending; and the word.</summary>
    public required ReadOnlyMemory<uint> SlipHashes { get; init; }

    public required ReadOnlyMemory<int> SlipWords { get; init; }

    /// <summary>By institution, in <see cref="Details"/>: the whole record, as whoever made the registry wrote it.</summary>
    public required ReadOnlyMemory<int> DetailStarts { get; init; }

    public required ReadOnlyMemory<byte> Details { get; init; }
}
