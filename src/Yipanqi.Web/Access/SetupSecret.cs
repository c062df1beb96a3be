using System.Security.Cryptography;
using System.Text;

namespace Yipanqi.Web.Access;

/// <summary>
/// The one-time secret of the first set-up: made at start when no account exists, written to a file only its owner reads,
/// compared in constant time, gone once used. There is no default account.
/// </summary>
public sealed class SetupSecret(string dataFolder)
{
    private const int Bytes = 15;
    private byte[]? hash;

    public string FilePath { get; } = Path.Combine(dataFolder, "setup-secret.txt");

    public bool IsOpen => hash is not null;

    /// <summary>Makes a new secret and answers it, to be shown to the operator once.</summary>
    public string Open()
    {
        var secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)).Replace('+', '-').Replace('/', '_');
        hash = SHA256.HashData(Encoding.UTF8.GetBytes(secret));
        var mode = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            mode.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(FilePath, mode);
        writer.WriteLine(secret);
        return secret;
    }

    public bool Matches(string secret) =>
        hash is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(secret.Trim())), hash);

    public void Close()
    {
        hash = null;
        File.Delete(FilePath);
    }
}
