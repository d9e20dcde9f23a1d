using System.Text;

using Entente.App.Shell;

// Without a byte order mark, or the first line of every answer would begin with one.
var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
Console.OutputEncoding = utf8;
using var input = new StreamReader(Console.OpenStandardInput(), utf8);

#pragma warning disable RS0030 // The one place that names the system clock.
var clock = TimeProvider.System;
#pragma warning restore RS0030

using var bytes = Console.IsOutputRedirected ? Console.OpenStandardOutput() : null;
return await Cli.RunAsync(args, new Terminal(input, Console.Out, Console.Error, clock, bytes) { IsAttended = !Console.IsInputRedirected });
