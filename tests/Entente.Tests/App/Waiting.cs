using System.Diagnostics;

namespace Entente.Tests.App;

/// <summary>For what other threads do. A test that waits for what never comes fails, and says what it has waited for.</summary>
internal static class Waiting
{
    /// <summary>Far longer than a machine with much to do takes.</summary>
    private static readonly TimeSpan most = TimeSpan.FromSeconds(60);

    /// <param name="what">What is waited for, and how it stands when it has not come.</param>
    public static async Task UntilAsync(Func<bool> isSo, Func<string> what)
    {
        var since = Stopwatch.StartNew();
        while (!isSo())
        {
            (since.Elapsed < most).ShouldBeTrue($"Waited in vain until {what()}");
            await Task.Delay(2, TestContext.Current.CancellationToken);
        }
    }

    public static async Task ForAsync(Task task, string what)
    {
        (await IsDoneAsync(task)).ShouldBeTrue($"Waited in vain until {what}");
        await task;
    }

    public static async Task<T> ForAsync<T>(Task<T> task, string what)
    {
        await ForAsync((Task)task, what);
        return await task;
    }

    private static async Task<bool> IsDoneAsync(Task task) => await Task.WhenAny(task, Task.Delay(most, TestContext.Current.CancellationToken)) == task;
}
