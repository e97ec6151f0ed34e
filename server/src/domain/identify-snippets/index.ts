/** A function that mints a visitor token on a host site's server (§5.3), in one language. */
export interface IdentifySnippet {
  readonly language: 'node' | 'python' | 'php' | 'ruby' | 'go' | 'java' | 'csharp';
  /** The language as people write it. */
  readonly title: string;
  /** Where it may stand in the site's source. */
  readonly file: string;
  /** The whole file. */
  readonly code: string;
}

const NODE = String.raw`import jwt from 'jsonwebtoken';

export function mintVisitorToken(user) {
  return jwt.sign(
    {sub: String(user.id), email: user.email, name: user.name},
    process.env.AIW_WIDGET_SECRET,
    {algorithm: 'HS256', expiresIn: '5m'},
  );
}
`;

const PYTHON = String.raw`import base64
import hmac
import json
import os
import time


def mint_visitor_token(user_id, email=None, name=None):
    secret = os.environ["AIW_WIDGET_SECRET"]
    now = int(time.time())
    claims = {"sub": str(user_id), "email": email, "name": name, "iat": now, "exp": now + 300}
    parts = [{"alg": "HS256", "typ": "JWT"}, claims]
    body = ".".join(_base64url(json.dumps(part).encode()) for part in parts)
    return body + "." + _base64url(hmac.digest(secret.encode(), body.encode(), "sha256"))


def _base64url(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")
`;

const PHP = String.raw`<?php

declare(strict_types=1);

function mintVisitorToken(string $id, ?string $email = null, ?string $name = null): string
{
    $secret = getenv('AIW_WIDGET_SECRET') ?: throw new RuntimeException('AIW_WIDGET_SECRET is not set');
    $now = time();
    $claims = ['sub' => $id, 'email' => $email, 'name' => $name, 'iat' => $now, 'exp' => $now + 300];
    $base64url = fn (string $data): string => rtrim(strtr(base64_encode($data), '+/', '-_'), '=');
    $body = $base64url('{"alg":"HS256","typ":"JWT"}')
        . '.' . $base64url(json_encode($claims, JSON_THROW_ON_ERROR));
    return $body . '.' . $base64url(hash_hmac('sha256', $body, $secret, true));
}
`;

const RUBY = String.raw`require 'json'
require 'openssl'

def mint_visitor_token(id, email: nil, name: nil)
  base64url = ->(data) { [data].pack('m0').tr('+/', '-_').delete('=') }
  now = Time.now.to_i
  claims = { sub: id.to_s, email: email, name: name, iat: now, exp: now + 300 }
  parts = [{ alg: 'HS256', typ: 'JWT' }, claims]
  body = parts.map { |part| base64url.call(JSON.generate(part)) }.join('.')
  mac = OpenSSL::HMAC.digest('SHA256', ENV.fetch('AIW_WIDGET_SECRET'), body)
  "#{body}.#{base64url.call(mac)}"
end
`;

const GO = String.raw`package visitor

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"os"
	"time"
)

// MintToken signs who the visitor is. An empty email or name counts as none.
func MintToken(id, email, name string) (string, error) {
	secret := os.Getenv("AIW_WIDGET_SECRET")
	if secret == "" {
		return "", errors.New("AIW_WIDGET_SECRET is not set")
	}
	now := time.Now().Unix()
	claims, err := json.Marshal(map[string]any{
		"sub": id, "email": email, "name": name, "iat": now, "exp": now + 300,
	})
	if err != nil {
		return "", err
	}
	base64url := base64.RawURLEncoding.EncodeToString
	body := base64url([]byte("{\"alg\":\"HS256\",\"typ\":\"JWT\"}")) + "." + base64url(claims)
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte(body))
	return body + "." + base64url(mac.Sum(nil)), nil
}
`;

const JAVA = String.raw`import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public final class VisitorToken {
  /** Signs who the visitor is; email and name may be null. */
  public static String mint(String id, String email, String name) throws GeneralSecurityException {
    String secret =
        Objects.requireNonNull(System.getenv("AIW_WIDGET_SECRET"), "AIW_WIDGET_SECRET is not set");
    long now = Instant.now().getEpochSecond();
    String claims = "{\"sub\":" + quote(id) + ",\"email\":" + quote(email) + ",\"name\":" + quote(name)
        + ",\"iat\":" + now + ",\"exp\":" + (now + 300) + "}";
    Base64.Encoder base64url = Base64.getUrlEncoder().withoutPadding();
    String body = base64url.encodeToString("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(UTF_8))
        + "." + base64url.encodeToString(claims.getBytes(UTF_8));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
    return body + "." + base64url.encodeToString(mac.doFinal(body.getBytes(UTF_8)));
  }

  /** A JSON string in which all but plain ASCII is escaped. */
  private static String quote(String text) {
    if (text == null) return "null";
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      boolean plain = c >= ' ' && c <= '~' && c != '"' && c != '\\';
      json.append(plain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
    }
    return json.append('"').toString();
  }
}
`;

const CSHARP = String.raw`using System;
using System.Security.Cryptography;
using System.Text;

public static class VisitorToken
{
    public static string Mint(string id, string email = null, string name = null)
    {
        string secret = Environment.GetEnvironmentVariable("AIW_WIDGET_SECRET")
            ?? throw new InvalidOperationException("AIW_WIDGET_SECRET is not set");
        long now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        string claims = "{\"sub\":" + Quote(id) + ",\"email\":" + Quote(email)
            + ",\"name\":" + Quote(name) + ",\"iat\":" + now + ",\"exp\":" + (now + 300) + "}";
        string body = Base64Url(Encoding.UTF8.GetBytes("{\"alg\":\"HS256\",\"typ\":\"JWT\"}"))
            + "." + Base64Url(Encoding.UTF8.GetBytes(claims));
        using (var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(secret)))
        {
            return body + "." + Base64Url(hmac.ComputeHash(Encoding.UTF8.GetBytes(body)));
        }
    }

    // A JSON string in which all but plain ASCII is escaped.
    private static string Quote(string text)
    {
        if (text == null) return "null";
        var json = new StringBuilder("\"");
        foreach (char c in text)
        {
            bool plain = c >= ' ' && c <= '~' && c != '"' && c != '\\';
            json.Append(plain ? c.ToString() : "\\u" + ((int)c).ToString("x4"));
        }
        return json.Append('"').ToString();
    }

    private static string Base64Url(byte[] data)
    {
        return Convert.ToBase64String(data).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }
}
`;

/** One for each language, in the order in which they are shown. */
export const IDENTIFY_SNIPPETS: readonly IdentifySnippet[] = [
  {language: 'node', title: 'Node', file: 'visitor-token.js', code: NODE},
  {language: 'python', title: 'Python', file: 'visitor_token.py', code: PYTHON},
  {language: 'php', title: 'PHP', file: 'visitor-token.php', code: PHP},
  {language: 'ruby', title: 'Ruby', file: 'visitor_token.rb', code: RUBY},
  {language: 'go', title: 'Go', file: 'visitor/token.go', code: GO},
  {language: 'java', title: 'Java', file: 'VisitorToken.java', code: JAVA},
  {language: 'csharp', title: 'C#', file: 'VisitorToken.cs', code: CSHARP},
];
