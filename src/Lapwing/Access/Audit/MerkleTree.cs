using System.Security.Cryptography;

namespace Lapwing.Access;

/// <summary>The Merkle tree hash of RFC 6962, section 2.1: leaves start with 0x00 and nodes with 0x01, so that neither is taken for the other.</summary>
internal static class MerkleTree
{
    private const byte Leaf = 0;
    private const byte Node = 1;

    public static byte[] Root(IReadOnlyList<byte[]> leaves) => Root(leaves, 0, leaves.Count);

    private static byte[] Root(IReadOnlyList<byte[]> leaves, int from, int count)
    {
        if (count == 0)
            return SHA256.HashData([]);
        if (count == 1)
            return SHA256.HashData([Leaf, .. leaves[from]]);
        var left = 1;
        while (left * 2 < count)
            left *= 2;
        return SHA256.HashData([Node, .. Root(leaves, from, left), .. Root(leaves, from + left, count - left)]);
    }
}
