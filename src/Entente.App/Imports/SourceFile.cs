using System.Globalization;

using Entente.Core;
using Entente.Formats;

namespace Entente.App.Imports;

/// <summary>The bytes of a document on this computer, or the reason why it cannot be had.</summary>
internal static class SourceFile
{
    /// <summary>What is asked for instead of a file when the list is typed, pasted or handed on by another program.</summary>
    private const string StandardInput = "-";

    /// <summary>Fifty thousand lines have more bytes.</summary>
    private const long Large = 1 << 20;

    public static string NameOf(string path) => path == StandardInput ? "standard input" : TextSigns.FileName(path);

    /// <summary>Whether it is large enough that it may be a list to be read in parts.</summary>
    public static bool MayBeLong(string path) => path != StandardInput && File.Exists(path) && new FileInfo(path).Length > Large;

    /// <summary>From its beginning.</summary>
    public static Stream Open(string path) => Opened(path, file => file);

    public static byte[] Read(string path)
    {
        if (path == StandardInput)
        {
            using var input = Console.OpenStandardInput();
            return Bytes(input, path);
        }

        if (Directory.Exists(path))
            throw new RefusedException("file.is-folder", path);
        return Opened(path, file =>
        {
            using (file)
                return file.CanSeek && file.Length > SourceReader.MostBytes ? throw TooLarge(path) : Bytes(file, path);
        });
    }

    private static T Opened<T>(string path, Func<FileStream, T> use)
    {
        try
        {
            return use(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RefusedException("file.not-found", e, path, Path.GetFullPath(path));
        }
        catch (UnauthorizedAccessException e)
        {
            throw new RefusedException("file.no-access", e, path);
        }
        catch (Exception e) when (e is IOException or ArgumentException or NotSupportedException)
        {
            throw new RefusedException("file.not-read", e, path, e.Message.ReplaceLineEndings(" "));
        }
    }

    /// <summary>Counted while reading: a device or a pipe does not tell its length.</summary>
    private static byte[] Bytes(Stream file, string path)
    {
        using var bytes = new MemoryStream(file.CanSeek ? (int)file.Length : 0);
        var block = new byte[1 << 16];
        int length;
        while ((length = file.Read(block)) > 0)
        {
            if (bytes.Length + length > SourceReader.MostBytes)
                throw TooLarge(path);
            bytes.Write(block, 0, length);
        }

        return bytes.ToArray();
    }

    private static RefusedException TooLarge(string path) =>
        new("source.too-large", NameOf(path), (SourceReader.MostBytes >> 20).ToString(CultureInfo.InvariantCulture));
}
