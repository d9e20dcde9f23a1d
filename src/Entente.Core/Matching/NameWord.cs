namespace Entente.Core.Matching;

public enum WordClass
{
    /// <summary>A word of this name: what tells it from others.</summary>
    Own,

    /// <summary>What many institutions are, or are about: national, technical, medicine.</summary>
    General,

    /// <summary>What kind of institution it is: university, hospital.</summary>
    Head,

    /// <summary>What by its nature is a part of an institution: faculty, department.</summary>
    Part,
}

/// <summary>One word of an institution's name as names are compared: folded, and a general word in English whatever its language.</summary>
public readonly record struct NameWord(string Text, WordClass Class);
