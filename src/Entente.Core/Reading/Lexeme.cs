using System.Globalization;

namespace Entente.Core.Reading;

/// <summary>A number, a word or a joint (a point, a comma, a dash) of a text that may begin with a date.</summary>
internal readonly record struct Lexeme(string Key, int Value, int Digits, int End, bool IsCapital)
{
    public bool IsNumber => Digits > 0;

    public bool IsJoint => Key.Length == 0;

    /// <summary>The keys of some of them from one on.</summary>
    public static List<string> Keys(List<Lexeme> lexemes, int from, int most)
    {
        var keys = new List<string>(most);
        for (var i = from; i < lexemes.Count && keys.Count < most; i++)
            keys.Add(lexemes[i].Key);
        return keys;
    }

    public static List<Lexeme> Of(ReadOnlySpan<char> text, int most)
    {
        var lexemes = new List<Lexeme>(most);
        for (var at = 0; at < text.Length && lexemes.Count < most;)
        {
            var start = at;
            if (text[at] == ' ')
            {
                at++;
                continue;
            }

            if (char.IsAsciiDigit(text[at]))
            {
                while (at < text.Length && char.IsAsciiDigit(text[at]))
                    at++;
                if (at - start > 4)
                    break;
                lexemes.Add(new Lexeme(text[start..at].ToString(), int.Parse(text[start..at], CultureInfo.InvariantCulture), at - start, at, false));
            }
            else if (Scripts.IsOfWord(text[at]))
            {
                while (at < text.Length && (Scripts.IsOfWord(text[at]) || (text[at] is '\'' or '’' && at + 1 < text.Length && char.IsLetter(text[at + 1]))))
                    at++;
                AddWords(lexemes, text[start..at].ToString(), start);
            }
            else if (text[at] is '.' or ',' or '-' or '/' or '‐' or '‑' or '–' or '\'' or '’' or '،' or 'º' or '°')
            {
                at++;
                lexemes.Add(new Lexeme("", 0, 0, at, false));
            }
            else
            {
                break;
            }
        }

        return lexemes;
    }

    private static void AddWords(List<Lexeme> lexemes, string word, int start)
    {
        foreach (var (at, length) in Scripts.Split(word))
        {
            var piece = length == word.Length ? word : word.Substring(at, length);
            if (PhraseBook.Key(NamedDates.WithoutElision(piece)) is { Length: > 0 } key)
                lexemes.Add(new Lexeme(key, 0, 0, start + at + length, IsCapital: IsUpper(piece)));
        }
    }

    private static bool IsUpper(string word)
    {
        foreach (var letter in word)
        {
            if (!char.IsUpper(letter))
                return false;
        }

        return true;
    }
}
