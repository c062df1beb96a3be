namespace Yipanqi.Tool;

/// <summary>Opens the file that the user named for a result, or says why it cannot be written.</summary>
internal static class OutputFile
{
    /// <summary>Opens a file for writing; without a path gives standard output, which is not closed with it.</summary>
    /// <exception cref="InputRefusedException">The file may not be written.</exception>
    public static TextWriter Open(string? path, TextWriter standard)
    {
        if (path is null)
        {
            return new Undisposed(standard);
        }

        try
        {
            return new StreamWriter(path, append: false, new System.Text.UTF8Encoding(false), bufferSize: 1 << 16);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputRefusedException($"{path}: the file cannot be written ({exception.Message.TrimEnd('.')}); check the path and your right to write there.");
        }
    }

    // Standard output is not ours to close.
    private sealed class Undisposed(TextWriter inner) : TextWriter
    {
        public override System.Text.Encoding Encoding => inner.Encoding;

        public override void Write(char value) => inner.Write(value);

        public override void Write(ReadOnlySpan<char> buffer) => inner.Write(buffer);

        public override void Write(string? value) => inner.Write(value);

        public override void Flush() => inner.Flush();
    }
}
