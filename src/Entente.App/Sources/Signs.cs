using System.Globalization;

using Entente.App.Shell;
using Entente.Core;

using Microsoft.AspNetCore.Components;

namespace Entente.App.Sources;

/// <summary>A text of a source as it is written: signs that would turn it are seen and do nothing.</summary>
internal static class Signs
{
    public static RenderFragment Of(string text) => into =>
    {
        var from = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (!TextSigns.Is(text[at]))
                continue;
            into.AddContent(0, text[from..at]);
            from = at + 1;
            var code = ((int)text[at]).ToString("X4", CultureInfo.InvariantCulture);
            into.OpenElement(1, "span");
            into.AddAttribute(2, "class", "sign");
            into.AddAttribute(3, "title", PageWords.Say(TextSigns.IsDirection(text[at]) ? "sign.direction" : "sign.control", code));
            into.AddContent(4, code);
            into.CloseElement();
        }

        into.AddContent(5, from == 0 ? text : text[from..]);
    };
}
