using System.Security.Cryptography;

using Entente.App.Registers;
using Entente.App.Shell;
using Entente.Formats;
using Entente.Formats.Text;

namespace Entente.App.Imports;

/// <summary>The command for a long list: read and stored in parts, with what is said meanwhile.</summary>
internal sealed class LongImport(Terminal terminal, string file, ReadOptions options, bool isSure, bool asJson)
{
    private readonly LongProgress progress = new(terminal);

    /// <returns>False where the file is to be read as a whole; nothing was done then.</returns>
    public async Task<bool> TryAsync(OpenRegister? known, Func<string, Task<OpenRegister>> make, CancellationToken stop)
    {
        if (known is not null && await LongImports.FindSameAsync(known, await HashAsync(stop), stop) is { } same)
        {
            Answer(known, same, isTold: false);
            return true;
        }

        if (known is not null && !await LongImports.IsEmptyAsync(known, stop))
            return false;
        if (LongList.Find(SourceFile.NameOf(file), Open, options, progress) is not { } list)
            return false;
        var name = known?.Register.Name ?? list.Known.Title ?? Path.GetFileNameWithoutExtension(file);
        if (!isSure)
        {
            ImportReport.WriteProposal(terminal.Beside, LongImports.Preview(list, progress.Reading(list.Rows)));
            await ImportCommand.ConfirmAsync(terminal, name, stop);
        }

        var made = known is null ? await make(name) : null;
        await using (made)
        {
            var open = made ?? known!;
            Answer(open, await LongImports.ImportAsync(open, list, Open, Environment.UserName, progress.Storing(list.Rows), stop), isTold: !isSure);
        }

        return true;
    }

    private void Answer(OpenRegister open, LongImported imported, bool isTold)
    {
        if (asJson)
            terminal.Answer(Wire.Of(ImportView.Of(imported)));
        else
            ImportReport.Write(terminal, open, imported, isTold);
    }

    private Stream Open() => SourceFile.Open(file);

    private async Task<string> HashAsync(CancellationToken stop)
    {
        await using var bytes = Open();
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, stop));
    }
}
