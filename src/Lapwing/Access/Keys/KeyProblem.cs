namespace Lapwing.Access;

/// <summary>What is wrong with the keys.</summary>
public enum KeyFault
{
    /// <summary>There is no key file.</summary>
    NoFile,

    /// <summary>The key file has no key for this partnership.</summary>
    NoKey,

    /// <summary>The key is not the one with which the database was founded.</summary>
    WrongKey,

    /// <summary>Others can read the key file, or the program cannot.</summary>
    Permissions,

    /// <summary>The key file cannot be understood.</summary>
    Corrupt,

    /// <summary>The key file belongs to another installation.</summary>
    OtherInstallation,

    /// <summary>The place of the key file is none where keys may lie.</summary>
    Place,

    /// <summary>Another program is changing the key file.</summary>
    Busy,
}

/// <summary>The program cannot go on for want of the right key. The message is a plain sentence that says what to do, and names no secret.</summary>
public sealed class KeyProblem(KeyFault fault, string message, Exception? inner = null) : Exception(message, inner)
{
    public KeyFault Fault { get; } = fault;
}
