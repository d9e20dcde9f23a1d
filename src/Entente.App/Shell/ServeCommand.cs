using System.CommandLine;

using Entente.App.Registers;

namespace Entente.App.Shell;

internal static class ServeCommand
{
    public static Command Make(Terminal terminal)
    {
        var place = new DataPlace();
        var urls = Urls();
        var command = Commands.New("serve", urls, place.Register, place.Data);
        command.SetAction((asked, stop) => ServeAsync(terminal, place, asked, asked.GetValue(urls), stop));
        return command;
    }

    public static Option<string?> Urls()
    {
        var urls = Commands.Text("--urls", "ADDRESS");
        urls.Validators.Add(asked =>
        {
            if (asked.Tokens is [{ Value: var text }, ..] && !Web.IsLocal(text))
                asked.AddError(Wording.Of("usage.not-local", text));
        });
        return urls;
    }

    private static async Task<int> ServeAsync(Terminal terminal, DataPlace place, ParseResult asked, string? url, CancellationToken stop)
    {
        var folder = place.Folder(asked, terminal, create: true);
        var register = asked.GetValue(place.Register);
        if ((await folder.RegistersAsync(stop)).Count == 0)
            await MakeFirstAsync(terminal, folder, register ?? Wording.Of("serve.first-register"), stop);
        // Which of several is meant is asked here and not on every page.
        await (await OpenRegister.OpenAsync(folder, register, terminal.Clock, stop)).DisposeAsync();
        await RunAsync(terminal, folder, register, url, stop);
        return 0;
    }

    /// <summary>An office begins in the browser: the first list is uploaded there.</summary>
    private static async Task MakeFirstAsync(Terminal terminal, Store.DataFolder folder, string name, CancellationToken stop)
    {
        await using var made = await OpenRegister.OpenOrMakeAsync(folder, name, name, terminal.Clock, stop);
        await made.Db.SaveChangesAsync(stop);
        terminal.Answer(Wording.Of("serve.made", name, folder.Path));
    }

    public static async Task RunAsync(Terminal terminal, Store.DataFolder folder, string? register, string? url, CancellationToken stop)
    {
        url ??= Web.DefaultUrl;
        await using var app = Web.Build(folder, terminal.Clock, url, register);
        await Web.ServeAsync(app, url, address => terminal.Answer(Wording.Of("serve.serving", address)), stop);
    }
}
