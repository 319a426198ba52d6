using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Lapwing.Access;

namespace Lapwing.Tests.Access;

[System.Runtime.Versioning.UnsupportedOSPlatform("windows")] // file modes
public sealed class KeyringTests : IDisposable
{
    private static readonly DateTime Now = new(2023, 5, 1, 9, 0, 0, DateTimeKind.Utc);
    private readonly string root = Directory.CreateTempSubdirectory("lapwing-keys-").FullName;

    private string Data => Path.Combine(root, "data");
    private string KeyPath => Path.Combine(root, "config", "keys.json");
    private Keyring Ring => Keyring.Open(Data, KeyPath);

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void Keys_that_were_made_are_found_again_and_open_the_same_things()
    {
        var made = Ring.Create("barnet", Now);
        var found = Ring.KeysOf("barnet", made.KeyCheck);
        var file = Guid.NewGuid();
        using var key = DataKey.Create(file);
        using var again = DataKey.Unwrap(found, file, key.Wrap(made));
        Assert.Equal("Wren", again.Reveal(key.Seal("Wren")));
        Assert.Equal(made.CheckpointPublicKey, found.CheckpointPublicKey);
        Assert.Equal(made.KeyCheck, Ring.Create("barnet", Now.AddDays(1)).KeyCheck);
        Assert.NotEqual(made.KeyCheck, Ring.Create("barking-and-dagenham", Now).KeyCheck);
        Assert.Equal(made.KeyCheck, Ring.KeysOf("barnet", made.KeyCheck).KeyCheck);
    }

    [Fact]
    public void The_file_is_its_owners_alone_and_leaves_nothing_beside_it()
    {
        Ring.Create("barnet", Now);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyPath));
        Assert.Equal(["keys.json", "keys.json.lock"], Directory.GetFiles(Path.GetDirectoryName(KeyPath)!).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_missing_file_says_so() => Says(KeyFault.NoFile, "is missing", () => Ring.KeysOf("barnet", new byte[32]));

    [Fact]
    public void A_missing_key_names_the_partnership()
    {
        Ring.Create("barnet", Now);
        Says(KeyFault.NoKey, "has no key for havering", () => Ring.KeysOf("havering", new byte[32]));
    }

    [Fact]
    public void A_wrong_key_is_recognised_before_anything_is_opened()
    {
        Ring.Create("barnet", Now);
        Says(KeyFault.WrongKey, "is not the one with which its database was made", () => Ring.KeysOf("barnet", PartnershipKeys.Fresh().KeyCheck));
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void A_file_that_others_can_read_is_refused(UnixFileMode others)
    {
        var made = Ring.Create("barnet", Now);
        File.SetUnixFileMode(KeyPath, File.GetUnixFileMode(KeyPath) | others);
        Says(KeyFault.Permissions, "by other users", () => Ring.KeysOf("barnet", made.KeyCheck));
        Says(KeyFault.Permissions, "by other users", () => Ring.Create("havering", Now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("{\"installation\":null,\"keys\":{}}")]
    [InlineData("{\"installation\":\"x\",\"keys\":{\"barnet\":{\"id\":\"one\"}}}")]
    public void A_file_that_is_not_what_the_program_writes_is_damaged(string text)
    {
        Ring.Create("barnet", Now);
        File.WriteAllText(KeyPath, text);
        Says(KeyFault.Corrupt, "is damaged", () => Ring.KeysOf("barnet", new byte[32]));
        Says(KeyFault.Corrupt, "is damaged", () => Ring.Create("havering", Now));
        Assert.Equal(text, File.ReadAllText(KeyPath));
    }

    [Theory]
    [InlineData("secret", "no base64!")]
    [InlineData("secret", "AAAA")]
    [InlineData("signing", "AAAA")]
    public void A_damaged_key_is_told_from_a_wrong_one(string member, string value)
    {
        var made = Ring.Create("barnet", Now);
        var json = JsonNode.Parse(File.ReadAllText(KeyPath))!;
        json["keys"]!["barnet"]![member] = value;
        File.WriteAllText(KeyPath, json.ToJsonString());
        Says(KeyFault.Corrupt, "The key of barnet", () => Ring.KeysOf("barnet", made.KeyCheck));
    }

    [Fact]
    public void The_key_file_of_another_installation_is_refused()
    {
        var made = Ring.Create("barnet", Now);
        var other = Keyring.Open(Path.Combine(root, "other"), KeyPath);
        Says(KeyFault.OtherInstallation, "another installation", () => other.KeysOf("barnet", made.KeyCheck));
        Says(KeyFault.OtherInstallation, "another installation", () => other.Create("havering", Now));
    }

    [Fact]
    public async Task Two_writers_take_turns_and_lose_nothing()
    {
        string[] names = [.. Enumerable.Range(0, 16).Select(i => "p" + i)];
        await Task.WhenAll(names.Select(name => Task.Run(() => Keyring.Open(Data, KeyPath).Create(name, Now), TestContext.Current.CancellationToken)));
        var keys = JsonNode.Parse(File.ReadAllText(KeyPath))!["keys"]!.AsObject();
        Assert.Equal(names.Order(), keys.Select(pair => pair.Key).Order());
    }

    [Fact]
    public void Programs_that_begin_at_once_agree_on_the_number_of_the_installation()
    {
        for (var n = 0; n < 20; n++)
        {
            var (folder, seen) = (Path.Combine(root, $"begin{n}"), new ConcurrentBag<string>());
            using var start = new Barrier(4);
            var threads = Enumerable.Range(0, 4).Select(_ => new Thread(() =>
            {
                start.SignalAndWait();
                seen.Add(KeyPlace.Installation(folder));
            })).ToList();
            threads.ForEach(thread => thread.Start());
            threads.ForEach(thread => thread.Join());
            Assert.Equal([KeyPlace.Installation(folder)], seen.Distinct());
        }
    }

    [Fact]
    public void A_writer_that_waits_too_long_says_why()
    {
        Ring.Create("barnet", Now);
        using var held = new FileStream(KeyPath + ".lock", FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        var impatient = new KeyFile(KeyPath) { Patience = TimeSpan.FromMilliseconds(50) };
        Says(KeyFault.Busy, "Another program is changing", () => impatient.Change(before => before!));
    }

    [Fact]
    public void By_default_the_key_lies_in_the_configuration_folder_and_never_with_the_data_or_the_program()
    {
        var config = Path.Combine(root, "config");
        var id = KeyPlace.Installation(Data);
        Assert.Equal(id, KeyPlace.Installation(Data));
        Assert.Equal(Path.Combine(config, "lapwing", id + ".keys.json"), KeyPlace.Default(Data, Where(config, null)));
        Assert.Equal(Path.Combine(root, ".config", "lapwing", id + ".keys.json"), KeyPlace.Default(Data, Where("not/absolute", root)));
        Says(KeyFault.Place, "in the data folder", () => KeyPlace.Default(Data, Where(Path.Combine(Data, "config"), null)));
        File.WriteAllText(Path.Combine(root, "Lapwing.slnx"), "");
        Says(KeyFault.Place, "clone of the program", () => KeyPlace.Default(Data, Where(config, null)));
        File.WriteAllText(Path.Combine(Data, KeyPlace.InstallationFile), "?");
        Says(KeyFault.Corrupt, "installation's number", () => KeyPlace.Installation(Data));
    }

    private static Func<string, string?> Where(string? xdg, string? home) => name => name switch { "XDG_CONFIG_HOME" => xdg, "HOME" => home, _ => null };

    /// <summary>The sentence is whole, says what it should, and holds no secret.</summary>
    private void Says(KeyFault fault, string words, Action action)
    {
        var problem = Assert.Throws<KeyProblem>(action);
        Assert.Equal(fault, problem.Fault);
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", problem.Message, StringComparison.Ordinal);
        if (File.Exists(KeyPath) && problem.Fault is not KeyFault.Corrupt)
            foreach (var entry in JsonNode.Parse(File.ReadAllText(KeyPath))!["keys"]!.AsObject())
                Assert.DoesNotContain((string)entry.Value!["secret"]!, problem.ToString(), StringComparison.Ordinal);
    }
}
