using System.Runtime.InteropServices;
using System.Text;

namespace Entente.Core.Matching;

/// <summary>Makes the columns of a registry from its institutions: the same ones from the same institutions, whatever their order.</summary>
public static class RegistryBuild
{
    private readonly record struct BuiltName(ulong Hash, int Institution, NameForm Form, string Text, int[] Words);

    private sealed class Words
    {
        public Dictionary<string, int> Numbers { get; } = new(1 << 17, StringComparer.Ordinal);

        public List<NameWord> All { get; } = new(1 << 17);

        public int NumberOf(NameWord word)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(Numbers, word.Text, out var isKnown);
            if (!isKnown)
            {
                number = All.Count;
                All.Add(word);
            }

            return number;
        }
    }

    /// <param name="institutions">Each id once.</param>
    /// <param name="details">What is kept of a whole record; <see cref="Registry.DetailsOf"/> gives it back.</param>
    public static Registry Of(IEnumerable<Institution> institutions, Func<Institution, byte[]> details)
    {
        ArgumentNullException.ThrowIfNull(institutions);
        ArgumentNullException.ThrowIfNull(details);
        var sorted = institutions.OrderBy(i => i.Id, StringComparer.Ordinal).ToList();
        var words = new Words();
        var names = new List<BuiltName>(sorted.Count * 4);
        var forms = new List<BuiltName>();
        for (var at = 0; at < sorted.Count; at++)
        {
            forms.Clear();
            FormsOf(sorted[at], at, words, forms);
            if (forms.Count == 0)
                forms.Add(new BuiltName(NameHash.OfWords([]), at, NameForm.Acronym, sorted[at].Display(), []));
            names.AddRange(forms.GroupBy(f => f.Hash).Select(g => g.MinBy(f => f.Form)));
        }

        names.Sort((one, two) => one.Hash != two.Hash ? one.Hash.CompareTo(two.Hash) : one.Institution.CompareTo(two.Institution));
        var places = sorted.Select(i => i.Places.Take(1).SelectMany(p => InstitutionName.WordsOf(p.Name)).Select(words.NumberOf).ToArray()).ToList();
        var (numbers, hashes) = InOrder(words);
        foreach (var name in names)
            Renumber(name.Words, numbers);
        places.ForEach(p => Renumber(p, numbers));
        return new Registry(Tables(sorted, names, places, words, numbers, hashes, details));
    }

    private static void FormsOf(Institution institution, int at, Words words, List<BuiltName> into)
    {
        foreach (var name in institution.Names.OrderByDescending(n => n.Kinds.HasFlag(RegistryNameKinds.Display)))
        {
            var form = name.Kinds.HasFlag(RegistryNameKinds.Display) || name.Kinds.HasFlag(RegistryNameKinds.Label) ? NameForm.Label
                : name.Kinds.HasFlag(RegistryNameKinds.Alias) ? NameForm.Alias : NameForm.Acronym;
            var parts = InstitutionName.Of(name.Text);
            Add(parts.Words, form);
            if (form == NameForm.Acronym)
                continue;
            if (parts.Bare is { } bare)
                Add(bare, parts.HasQualifier ? NameForm.Bare : NameForm.Named);
            if (InstitutionName.Latin(parts.Words) is { } latin)
                Add(latin, NameForm.Latin);

            void Add(IReadOnlyList<NameWord> these, NameForm of)
            {
                if (these.Count > 0)
                    into.Add(new BuiltName(NameHash.OfWords(these), at, of, name.Text, [.. these.Select(words.NumberOf)]));
            }
        }
    }

    /// <summary>Words are numbered by their hash, so that the list of hashes is all that is needed to find one.</summary>
    private static (int[] Numbers, ulong[] Hashes) InOrder(Words words)
    {
        var hashes = words.All.Select(w => NameHash.Of(w.Text)).ToArray();
        var order = Enumerable.Range(0, hashes.Length).ToArray();
        Array.Sort(hashes, order);
        var numbers = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
            numbers[order[i]] = i;
        return (numbers, hashes);
    }

    private static void Renumber(int[] words, int[] numbers)
    {
        for (var i = 0; i < words.Length; i++)
            words[i] = numbers[words[i]];
    }

    private static RegistryTables Tables(
        List<Institution> institutions, List<BuiltName> names, List<int[]> places, Words words, int[] numbers, ulong[] hashes, Func<Institution, byte[]> details)
    {
        var inOrder = new NameWord[words.All.Count];
        for (var i = 0; i < inOrder.Length; i++)
            inOrder[numbers[i]] = words.All[i];
        var (wordStarts, wordTexts) = Joined(inOrder.Select(w => Encoding.UTF8.GetBytes(w.Text)));
        var (nameStarts, nameTexts) = Joined(names.Select(n => Encoding.UTF8.GetBytes(n.Text)));
        var (nameWordStarts, nameWords) = Joined(names.Select(n => n.Words));
        var (placeStarts, placeWords) = Joined(places);
        var (postingStarts, postings) = Joined(NamesByWord(names, inOrder.Length));
        var (relationStarts, relations) = Joined(RelationsOf(institutions));
        var (detailStarts, kept) = Joined(institutions.Select(details));
        var (slipHashes, slipWords) = SlipsOf(inOrder);
        return new RegistryTables
        {
            WordHashes = hashes,
            WordStarts = wordStarts,
            WordTexts = wordTexts,
            WordClasses = inOrder.Select(w => (byte)w.Class).ToArray(),
            WordSpreads = Spreads(postingStarts, postings, names),
            PostingStarts = postingStarts,
            Postings = postings,
            NameHashes = names.Select(n => n.Hash).ToArray(),
            NameInstitutions = names.Select(n => n.Institution).ToArray(),
            NameForms = names.Select(n => (byte)n.Form).ToArray(),
            NameStarts = nameStarts,
            NameTexts = nameTexts,
            NameWordStarts = nameWordStarts,
            NameWords = nameWords,
            Ids = institutions.SelectMany(i => Encoding.ASCII.GetBytes(i.Id[^Registry.IdLength..])).ToArray(),
            Countries = institutions.Select(i => i.Country() is { Length: 2 } c ? (ushort)((c[0] << 8) | c[1]) : (ushort)0).ToArray(),
            Statuses = institutions.Select(i => (byte)i.Status).ToArray(),
            Displays = Displays(institutions, names),
            PlaceStarts = placeStarts,
            PlaceWords = placeWords,
            RelationStarts = relationStarts,
            RelationTargets = relations.Select(r => r.Target).ToArray(),
            RelationKinds = relations.Select(r => (byte)r.Kind).ToArray(),
            SlipHashes = slipHashes,
            SlipWords = slipWords,
            DetailStarts = detailStarts,
            Details = kept,
        };
    }

    private static (int[] Starts, T[] All) Joined<T>(IEnumerable<T[]> rows)
    {
        var (starts, all) = (new List<int> { 0 }, new List<T>());
        foreach (var row in rows)
        {
            all.AddRange(row);
            starts.Add(all.Count);
        }

        return ([.. starts], [.. all]);
    }

    private static IEnumerable<int[]> NamesByWord(List<BuiltName> names, int words)
    {
        var lists = new List<int>?[words];
        for (var name = 0; name < names.Count; name++)
        {
            foreach (var word in names[name].Words.Distinct())
                (lists[word] ??= []).Add(name);
        }

        return lists.Select(l => l is null ? [] : l.ToArray());
    }

    private static int[] Spreads(int[] starts, int[] postings, List<BuiltName> names)
    {
        var spreads = new int[starts.Length - 1];
        var seen = new HashSet<int>();
        for (var word = 0; word < spreads.Length; word++)
        {
            seen.Clear();
            for (var i = starts[word]; i < starts[word + 1]; i++)
                seen.Add(names[postings[i]].Institution);
            spreads[word] = seen.Count;
        }

        return spreads;
    }

    private static IEnumerable<(int Target, InstitutionRelationKind Kind)[]> RelationsOf(List<Institution> institutions)
    {
        var places = institutions.Select((i, at) => (i.Id, at)).ToDictionary(p => p.Id, p => p.at, StringComparer.Ordinal);
        return institutions.Select(i => i.Relations
            .Where(r => r.Kind is InstitutionRelationKind.Parent or InstitutionRelationKind.Successor or InstitutionRelationKind.Predecessor && places.ContainsKey(r.Id))
            .Select(r => (places[r.Id], r.Kind)).ToArray());
    }

    /// <summary>The name that an institution shows need not be among those that are compared first: it is found by its text.</summary>
    private static int[] Displays(List<Institution> institutions, List<BuiltName> names)
    {
        var displays = new int[institutions.Count];
        Array.Fill(displays, -1);
        for (var name = 0; name < names.Count; name++)
        {
            var at = names[name].Institution;
            if (displays[at] < 0 || names[name].Text == institutions[at].Display())
                displays[at] = name;
        }

        return displays;
    }

    private static (uint[] Hashes, int[] Words) SlipsOf(NameWord[] words)
    {
        var (hashes, numbers, forms) = (new List<uint>(words.Length * 8), new List<int>(words.Length * 8), new List<uint>());
        for (var word = 0; word < words.Length; word++)
        {
            if (words[word].Class != WordClass.Own || !WordSlips.IsFit(words[word].Text))
                continue;
            forms.Clear();
            WordSlips.HashesOf(words[word].Text, forms);
            hashes.AddRange(forms);
            numbers.AddRange(Enumerable.Repeat(word, forms.Count));
        }

        var (sorted, order) = (hashes.ToArray(), numbers.ToArray());
        Array.Sort(sorted, order);
        return (sorted, order);
    }
}
