using Yipanqi.Web.Access;

namespace Yipanqi.Web.Tests.Access;

public sealed class SetupSecretTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("yipanqi-").FullName;

    [Fact]
    public void Opens_once_and_is_gone_after_use()
    {
        var secret = new SetupSecret(folder);
        secret.Matches("").ShouldBeFalse();
        var text = secret.Open();

        secret.Matches(text).ShouldBeTrue();
        secret.Matches(text + "x").ShouldBeFalse();
        secret.Close();

        secret.Matches(text).ShouldBeFalse();
        File.Exists(secret.FilePath).ShouldBeFalse();
    }

    [Fact]
    public void Is_written_where_only_its_owner_reads()
    {
        var secret = new SetupSecret(folder);

        var text = secret.Open();

        File.ReadAllText(secret.FilePath).Trim().ShouldBe(text);
        File.GetUnixFileMode(secret.FilePath).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
